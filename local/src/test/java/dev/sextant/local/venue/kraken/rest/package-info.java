/** Tests of this package. */
@NullMarked
package dev.sextant.local.venue.kraken.rest;

import org.jspecify.annotations.NullMarked;
