/**
 * Lambda's event-source mappings on one machine: they read a stream shard by shard, call a function with batches as Lambda
 * would, keep checkpoints, and put aside what a function can't handle.
 */
@NullMarked
package dev.sextant.local.poller;

import org.jspecify.annotations.NullMarked;
