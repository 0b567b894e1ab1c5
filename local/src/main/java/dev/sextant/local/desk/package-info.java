/**
 * The whole desk on one machine: starts every part in order, paces a replay, keeps the minute schedule, tells how it
 * stands, and stops cleanly. The parts themselves are the ones that run on AWS.
 */
@NullMarked
package dev.sextant.local.desk;

import org.jspecify.annotations.NullMarked;
