/** The made-up Kraken's REST port: signatures, nonces, limits, and its methods. */
@NullMarked
package dev.sextant.local.venue.kraken.rest;

import org.jspecify.annotations.NullMarked;
