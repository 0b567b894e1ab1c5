/** The REST side: routing, signatures, limits, parameters and the endpoints. */
@NullMarked
package dev.sextant.local.venue.rest;

import org.jspecify.annotations.NullMarked;
