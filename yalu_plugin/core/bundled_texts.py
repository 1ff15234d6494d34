"""The texts of the bundled survey that appear on pages, marked for translation: a closed list.

They are this plugin's own sentences about publications (resources/data). Names of sites, places and publications and
quotations stay in their language; texts of users are never translated.
"""

from __future__ import annotations

from yalu_plugin.core.text import translatable

# claims.csv: quantities and units
_QUANTITIES = (
    translatable("crossings"), translatable("new crossings"), translatable("crossings at fence gates"),
    translatable("stretch"), translatable("distance"), translatable("filling stations"), translatable("sites"),
    translatable("crossings with large operations"), translatable("spacing"))
# claim_places.csv: places without a name
_PLACES = (
    translatable("where Pochon's bank begins"), translatable("where Kimjongsuk's bank begins"),
    translatable("where Kimjongsuk's bank ends"))
# claim_scopes.csv: the scopes of claims, and the reasons for the places
_SCOPES = (
    translatable("all irregular crossing points"), translatable("vehicle crossings"), translatable("barge crossings"),
    translatable("temporary crossing points"), translatable("new in the period"),
    translatable("gates of the border fence"), translatable("North Korea"),
    translatable("Kumchang-ri (Kimhyongjik) to Hyesan"), translatable("five counties: Kim Hyong Jik to Bochon"),
    translatable("Samsu from Hyesan"), translatable("Hyesan to Kim Jong Suk"), translatable("of the 24 routes"))
_REASONS = (
    translatable("Hyesan is taken at the ford, the only crossing there with published coordinates."),
    translatable("Published are five counties without places. The westernmost village named anywhere is Kumchang-ri; "
                 "the last county is entered where its bank begins."),
    translatable("Town to town, by GeoNames."), translatable("Kim Jong Suk is a county, not a place."))
# notes of claims.csv, sites.csv and observations.csv
_NOTES = (
    translatable("Not stated whether along the river or straight."), translatable('Published as "south of Hyesan".'),
    translatable("Published as 59 miles (about 95 km). Not stated whether along the river or straight."),
    translatable('Published as "14 more added by June" 2025. The four periods add to 30, not 32: two crossings are '
                 'undated.'),
    translatable("Routes through shallow fords, on images of 2025-07-31 and 2025-09-13."),
    translatable('Published as "approximately 80-kilometer stretch".'),
    translatable('Published as "at least five", with traces of huge operations by large vehicles.'),
    translatable('Published as "roughly one smuggling hub per every 4 kilometers".'),
    translatable('The first possible crossing of the wave, "as early as August 2023".'),
    translatable("Date first seen not stated."),
    translatable("Smuggling activity at a gate of the border fence. Date first seen not stated."),
    translatable('Town position from GeoNames, not from the report. The report places the vehicles "in five primary '
                 'locations around town".'),
    translatable('Published as 39° 8\'32.42"N 127°23\'8.17"E.'),
    translatable('Published as "as early as August 2023"; the day is not stated.'),
    translatable("164 passenger cars in five places and 49 trucks, Google Earth imagery of July 30, 2025."),
    translatable("Google Earth imagery dated Jan. 30, 2014."))
BUNDLED_TEXTS = {text: text for text in (*_QUANTITIES, *_PLACES, *_SCOPES, *_REASONS, *_NOTES)}
