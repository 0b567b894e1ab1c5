/**
 * The command line {@code sextant}. Stable: scripts depend on it. Exit codes: 0 ok, 1 a check failed, 2 wrong usage; a
 * user sees one clear line, never a stack trace.
 */
@NullMarked
package dev.sextant.local.cli;

import org.jspecify.annotations.NullMarked;
