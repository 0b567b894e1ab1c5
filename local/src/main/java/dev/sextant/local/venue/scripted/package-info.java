/** The venue with a market that its owner moves by hand: for tests that need a certain price at a certain moment. */
@NullMarked
package dev.sextant.local.venue.scripted;

import org.jspecify.annotations.NullMarked;
