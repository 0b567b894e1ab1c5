/**
 * Indicator readings: what is polled at which second, and forced orders added up.
 */
@NullMarked
package dev.sextant.ingest.indicator;

import org.jspecify.annotations.NullMarked;
