/**
 * One symbol's trades without holes: continuity by aggregate id, repair over REST, back-fill after a start.
 */
@NullMarked
package dev.sextant.ingest.trade;

import org.jspecify.annotations.NullMarked;
