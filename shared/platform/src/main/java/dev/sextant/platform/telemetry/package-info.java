/**
 * What operators see of a running part: metrics in CloudWatch's embedded format, and one log line for each step of an
 * order under one correlation id, the id of the decision that everything follows from.
 */
@NullMarked
package dev.sextant.platform.telemetry;

import org.jspecify.annotations.NullMarked;
