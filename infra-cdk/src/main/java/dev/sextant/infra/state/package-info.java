/** What outlives a deployment: keys, network, streams, the database, secrets, failed batches. */
@NullMarked
package dev.sextant.infra.state;

import org.jspecify.annotations.NullMarked;
