/** The assumptions of the simulation as small interfaces: fees, latency, queue position. Each can be made pessimistic by itself. */
@NullMarked
package dev.sextant.venues.sim.model;

import org.jspecify.annotations.NullMarked;
