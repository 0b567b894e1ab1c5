/**
 * What every stream function's handler shares: records in order, stop at the first failure, nothing unreadable thrown,
 * and the beans that come from the environment.
 */
@NullMarked
package dev.sextant.platform.lambda;

import org.jspecify.annotations.NullMarked;
