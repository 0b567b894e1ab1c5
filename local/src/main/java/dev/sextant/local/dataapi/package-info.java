/**
 * The RDS Data API in front of a local PostgreSQL: the same protocol, types, errors and limits as the service for Aurora
 * PostgreSQL (Serverless v2), so that the desk runs the real SDK client unchanged and code that passes here passes there.
 */
@NullMarked
package dev.sextant.local.dataapi;

import org.jspecify.annotations.NullMarked;
