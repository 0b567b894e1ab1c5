/** Tests of how migration files are found and read. */
@NullMarked
package dev.sextant.platform.migrate;

import org.jspecify.annotations.NullMarked;
