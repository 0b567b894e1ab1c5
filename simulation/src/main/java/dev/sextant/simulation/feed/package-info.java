/**
 * The way of the ticks and of the private stream: ingests with a lease and an epoch, the sockets they listen with, and
 * what happens to both. Lease, sockets, inbox and records are the production classes.
 */
@NullMarked
package dev.sextant.simulation.feed;

import org.jspecify.annotations.NullMarked;
