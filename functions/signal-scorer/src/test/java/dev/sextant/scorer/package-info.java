/** The scorer without a database. */
@NullMarked
package dev.sextant.scorer;

import org.jspecify.annotations.NullMarked;
