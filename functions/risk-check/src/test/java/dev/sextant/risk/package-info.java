/** Risk-check fed with Kinesis batches, against a store that answers as it is told and a stream in memory. */
@NullMarked
package dev.sextant.risk;

import org.jspecify.annotations.NullMarked;
