/** Risk as pure functions: how large a position may be. The limits that need a lock are judged by the store. */
@NullMarked
package dev.sextant.domain.risk;

import org.jspecify.annotations.NullMarked;
