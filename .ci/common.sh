# What the scripts in this folder share: bash, sourced by them.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$root/target/ci
mkdir -p "$work"

# Backtraces make 32-bit Wine crash. Nobody debugs or builds again what is built here.
export RUST_BACKTRACE=0 CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=line-tables-only

# attempt NAME COMMAND...: runs the command in a subshell, says how long it took, and leaves its exit code in `code`.
# What it prints is also kept in a file, which the check for ignored tests reads.
attempt() {
    local name=$1 start=$SECONDS
    shift
    printf '\n==> %s\n' "$name"
    set +e
    # Errors end the command. Behind `if` or `||` they would not.
    (
        set -e
        "$@"
    ) 2>&1 | tee -a "$work/output"
    code=${PIPESTATUS[0]}
    set -e
    printf '<== %s: %s s\n' "$name" $((SECONDS - start))
}

# step NAME COMMAND...: as attempt, and the end of everything where the command fails.
step() {
    attempt "$@"
    if ((code != 0)); then
        printf 'ci: FAILED: %s (exit code %s)\n' "$1" "$code"
        exit 1
    fi
}

# as_root COMMAND...
as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

# A path as a program in Wine sees it.
wine_path() { printf 'Z:%s' "${1//\//\\}"; }
