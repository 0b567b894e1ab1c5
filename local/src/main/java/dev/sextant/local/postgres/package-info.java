/** The desk's own PostgreSQL on one machine: real server binaries, started and stopped with the desk. */
@NullMarked
package dev.sextant.local.postgres;

import org.jspecify.annotations.NullMarked;
