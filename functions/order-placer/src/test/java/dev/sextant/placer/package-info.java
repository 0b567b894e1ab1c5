/** The placer against a store in memory that follows the order protocol, and the simulated venue with scripted faults. */
@NullMarked
package dev.sextant.placer;

import org.jspecify.annotations.NullMarked;
