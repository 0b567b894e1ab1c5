/**
 * The RDS Data API in front of a local PostgreSQL: the same protocol, types, errors and limits as the service for Aurora
 * PostgreSQL (Serverless v2), so that the desk runs the real SDK client unchanged and code that passes here passes there.
 *
 * <p>Where the service's behaviour is documented or was reported from a real cluster, it is followed; where it is not
 * known, the stricter reading is taken: parameters are typed ({@code bigint}, {@code varchar}, the hint's own type),
 * {@code void} results are refused, an error ends its transaction, each call starts with a fresh session. Known
 * differences: {@code continueAfterTimeout} is refused, clusters are not checked, a secret is only a name (see
 * {@link dev.sextant.local.dataapi.DatabaseRole}), and a batch outside a transaction is atomic.
 */
@NullMarked
package dev.sextant.local.dataapi;

import org.jspecify.annotations.NullMarked;
