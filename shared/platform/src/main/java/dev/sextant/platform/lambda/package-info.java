/** What every stream function's handler shares: records in order, stop at the first failure, nothing unreadable thrown. */
@NullMarked
package dev.sextant.platform.lambda;

import org.jspecify.annotations.NullMarked;
