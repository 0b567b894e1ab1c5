/**
 * From closed buckets to decisions: rolling indicators, factors, strategy files and the scorer. Pure: no AWS, no clock, no
 * randomness, no thread; the same buckets and readings give the same bytes on every machine.
 */
@NullMarked
package dev.sextant.signals;

import org.jspecify.annotations.NullMarked;
