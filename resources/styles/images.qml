<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1" autoRefreshMode="Disabled" simplifyDrawingHints="1" simplifyAlgorithm="0" autoRefreshTime="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="100000000" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|Forms|AttributeTable|Rendering" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <renderer-v2 type="singleSymbol" referencescale="-1" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleFill" enabled="1" id="{1257ef9c-f2c3-50d4-a89f-35545d92616a}" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="0,0,0,0,rgb:0,0,0,0"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="142,68,173,255,rgb:0.55686274509803924,0.26666666666666666,0.67843137254901964,1"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.4"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="no"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
    <data-defined-properties>
      <Option type="Map">
        <Option type="QString" name="name" value=""/>
        <Option name="properties"/>
        <Option type="QString" name="type" value="collection"/>
      </Option>
    </data-defined-properties>
  </renderer-v2>
  <selection mode="Default">
    <selectionColor invalid="1"/>
  </selection>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="id" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="acquired_from" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="acquired_to" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="date_kind" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Acquired" value="acquired"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Released, not acquired" value="released"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="At or before this date" value="at_or_before"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Reported" value="reported"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="date_source" configurationFlags="NoFlag">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="STAC item" value="stac"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Metadata of the file" value="gdal"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="File name" value="filename"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="The service" value="service"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="The address" value="address"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="List of images" value="file_list"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="platform" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="provider" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="uri" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="gsd_m" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="cloud_cover" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="attribution" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="licence" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="synthetic" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="sha256" configurationFlags="NoFlag">
      <editWidget type="Hidden">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="item_url" configurationFlags="NoFlag">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="" field="id" index="0"/>
    <alias name="Acquired from (UTC)" field="acquired_from" index="1"/>
    <alias name="Acquired to (UTC)" field="acquired_to" index="2"/>
    <alias name="Kind of date" field="date_kind" index="3"/>
    <alias name="Date read from" field="date_source" index="4"/>
    <alias name="Platform" field="platform" index="5"/>
    <alias name="Provider" field="provider" index="6"/>
    <alias name="File or address" field="uri" index="7"/>
    <alias name="Ground sample distance (m)" field="gsd_m" index="8"/>
    <alias name="Cloud cover (%)" field="cloud_cover" index="9"/>
    <alias name="Attribution" field="attribution" index="10"/>
    <alias name="Licence" field="licence" index="11"/>
    <alias name="Synthetic" field="synthetic" index="12"/>
    <alias name="" field="sha256" index="13"/>
    <alias name="Catalogue item" field="item_url" index="14"/>
  </aliases>
  <splitPolicies>
    <policy field="id" policy="Duplicate"/>
    <policy field="acquired_from" policy="Duplicate"/>
    <policy field="acquired_to" policy="Duplicate"/>
    <policy field="date_kind" policy="Duplicate"/>
    <policy field="date_source" policy="Duplicate"/>
    <policy field="platform" policy="Duplicate"/>
    <policy field="provider" policy="Duplicate"/>
    <policy field="uri" policy="Duplicate"/>
    <policy field="gsd_m" policy="Duplicate"/>
    <policy field="cloud_cover" policy="Duplicate"/>
    <policy field="attribution" policy="Duplicate"/>
    <policy field="licence" policy="Duplicate"/>
    <policy field="synthetic" policy="Duplicate"/>
    <policy field="sha256" policy="Duplicate"/>
    <policy field="item_url" policy="Duplicate"/>
  </splitPolicies>
  <duplicatePolicies>
    <policy field="id" policy="Duplicate"/>
    <policy field="acquired_from" policy="Duplicate"/>
    <policy field="acquired_to" policy="Duplicate"/>
    <policy field="date_kind" policy="Duplicate"/>
    <policy field="date_source" policy="Duplicate"/>
    <policy field="platform" policy="Duplicate"/>
    <policy field="provider" policy="Duplicate"/>
    <policy field="uri" policy="Duplicate"/>
    <policy field="gsd_m" policy="Duplicate"/>
    <policy field="cloud_cover" policy="Duplicate"/>
    <policy field="attribution" policy="Duplicate"/>
    <policy field="licence" policy="Duplicate"/>
    <policy field="synthetic" policy="Duplicate"/>
    <policy field="sha256" policy="Duplicate"/>
    <policy field="item_url" policy="Duplicate"/>
  </duplicatePolicies>
  <defaults>
    <default expression="" field="id" applyOnUpdate="0"/>
    <default expression="" field="acquired_from" applyOnUpdate="0"/>
    <default expression="" field="acquired_to" applyOnUpdate="0"/>
    <default expression="" field="date_kind" applyOnUpdate="0"/>
    <default expression="" field="date_source" applyOnUpdate="0"/>
    <default expression="" field="platform" applyOnUpdate="0"/>
    <default expression="" field="provider" applyOnUpdate="0"/>
    <default expression="" field="uri" applyOnUpdate="0"/>
    <default expression="" field="gsd_m" applyOnUpdate="0"/>
    <default expression="" field="cloud_cover" applyOnUpdate="0"/>
    <default expression="" field="attribution" applyOnUpdate="0"/>
    <default expression="" field="licence" applyOnUpdate="0"/>
    <default expression="" field="synthetic" applyOnUpdate="0"/>
    <default expression="" field="sha256" applyOnUpdate="0"/>
    <default expression="" field="item_url" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="acquired_from" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="acquired_to" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_kind" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_source" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="platform" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="provider" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="uri" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="gsd_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="cloud_cover" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="attribution" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="licence" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="synthetic" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sha256" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="item_url" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="id" exp=""/>
    <constraint desc="" field="acquired_from" exp=""/>
    <constraint desc="" field="acquired_to" exp=""/>
    <constraint desc="" field="date_kind" exp=""/>
    <constraint desc="" field="date_source" exp=""/>
    <constraint desc="" field="platform" exp=""/>
    <constraint desc="" field="provider" exp=""/>
    <constraint desc="" field="uri" exp=""/>
    <constraint desc="" field="gsd_m" exp=""/>
    <constraint desc="" field="cloud_cover" exp=""/>
    <constraint desc="" field="attribution" exp=""/>
    <constraint desc="" field="licence" exp=""/>
    <constraint desc="" field="synthetic" exp=""/>
    <constraint desc="" field="sha256" exp=""/>
    <constraint desc="" field="item_url" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="id" hidden="1" width="-1"/>
      <column type="field" name="acquired_from" hidden="0" width="-1"/>
      <column type="field" name="acquired_to" hidden="0" width="-1"/>
      <column type="field" name="date_kind" hidden="0" width="-1"/>
      <column type="field" name="date_source" hidden="0" width="-1"/>
      <column type="field" name="platform" hidden="0" width="-1"/>
      <column type="field" name="provider" hidden="0" width="-1"/>
      <column type="field" name="uri" hidden="0" width="-1"/>
      <column type="field" name="gsd_m" hidden="0" width="-1"/>
      <column type="field" name="cloud_cover" hidden="0" width="-1"/>
      <column type="field" name="attribution" hidden="0" width="-1"/>
      <column type="field" name="licence" hidden="0" width="-1"/>
      <column type="field" name="synthetic" hidden="0" width="-1"/>
      <column type="field" name="sha256" hidden="1" width="-1"/>
      <column type="field" name="item_url" hidden="0" width="-1"/>
      <column type="actions" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <editform tolerant="1"></editform>
  <editforminit/>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode><![CDATA[]]></editforminitcode>
  <featformsuppress>1</featformsuppress>
  <editorlayout>generatedlayout</editorlayout>
  <editable/>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <layerGeometryType>2</layerGeometryType>
</qgis>
