/** Tests of the local server: restarts, crashes, damaged files. */
@NullMarked
package dev.sextant.local.postgres;

import org.jspecify.annotations.NullMarked;
