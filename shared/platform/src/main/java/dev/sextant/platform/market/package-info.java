/** What the functions read and write about markets: instruments, indicators, buckets. SQL stands beside its method. */
@NullMarked
package dev.sextant.platform.market;

import org.jspecify.annotations.NullMarked;
