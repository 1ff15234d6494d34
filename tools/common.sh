# Sourced by the other tools: paths, checks, and QGIS profiles.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${YALU_BUILD:-$root/build}
venv=$build/venv
plugin=$build/yalu_plugin

# The caller's settings for another Python or for conda must not reach our Python, nor the one inside QGIS.
unset "${!PYTHON@}" __PYVENV_LAUNCHER__
for name in GDAL_DATA GDAL_DRIVER_PATH PROJ_DATA PROJ_LIB QT_PLUGIN_PATH LD_LIBRARY_PATH; do
    [[ -z ${CONDA_PREFIX:-} || ${!name:-} != "$CONDA_PREFIX"* ]] || unset "$name"
done
unset name

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Also puts the Python that QGIS uses first on the PATH: QGIS loads its modules from the python3 it finds there.
need_setup() {
    [[ -x $venv/bin/python ]] || die "Not set up yet: run tools/setup first."
    PATH=$("$venv/bin/python" -c 'import os, sys; print(os.path.dirname(os.path.realpath(sys.executable)))'):$PATH
}

stage() {
    "$venv/bin/python" "$root/tools/stage.py" "$plugin"
}

# The packages of the virtual environment, and the checkout itself so that `tools` and `tests` can be imported.
python_path() {
    local site
    site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s:%s' "$site" "$root"
}

# make_profile DIR enabled|disabled|bare [LOCALE [THEME]]: a QGIS profile in which the staged plugin is installed, unless bare.
make_profile() {
    local settings
    mkdir -p "$1/python/plugins" "$1/QGIS"
    [[ $2 == bare ]] || ln -sfn "$plugin" "$1/python/plugins/yalu_plugin"
    for settings in "$1"/QGIS/QGIS{3,4}.ini; do # each QGIS reads its own
        [[ -f $settings ]] || cat >"$settings" <<END
[locale]
overrideFlag=true
userLocale=${3:-en_US}

[qgis]
checkVersion=false

[UI]
UITheme=${4:-default}

[core]
httpsfeedqgisorg\\disabled=true

[app]
askToSaveProjectChanges=false

[PythonPlugins]
yalu_plugin=$([[ $2 == enabled ]] && echo true || echo false)
END
    done
}
