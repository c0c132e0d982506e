# Wine for one architecture: sourced by wine64 and wine32 with the architecture, x86_64 or i686, as `arch`.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

folder=$work/windows/$arch
export WINEPREFIX=$folder/prefix WINEARCH=win64 WINEDEBUG=-all WINEPATH MAPI_CPP_PROVIDER
[[ $arch == x86_64 ]] || WINEARCH=win32
# No offer to install Mono and Gecko, and no debugger when a program crashes.
export WINEDLLOVERRIDES='mscoree,mshtml=;winedbg.exe=d'
WINEPATH=$(wine_path "$folder")
MAPI_CPP_PROVIDER=$(wine_path "$folder/cross_language.dll")
