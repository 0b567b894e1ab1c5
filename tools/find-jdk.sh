#!/usr/bin/env bash
# Prints the home of a JDK 25, or says in one line what to do. Looks at SEXTANT_JAVA_HOME, JAVA_HOME,
# the JDKs beside each other in the usual folders, and what `java` on the PATH points to.
set -u
is_25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null; }
for home in "${SEXTANT_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
            "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  [ -n "$home" ] && is_25 "$home" && { echo "$home"; exit 0; }
done
on_path=$(command -v javac 2>/dev/null) && home=$(dirname "$(dirname "$(readlink -f "$on_path")")") && is_25 "$home" && { echo "$home"; exit 0; }
echo "JDK 25 is missing: install one (for example Temurin 25) or point SEXTANT_JAVA_HOME at it." >&2
exit 1
