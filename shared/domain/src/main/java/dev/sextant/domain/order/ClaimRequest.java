package dev.sextant.domain.order;

/**
 * A wish to send an intent.
 *
 * @param token drawn fresh for this call by whoever wants to send, never derived and never reused
 * @param nowMs market time
 * @param signedAtMs venue time taken before this call; the order will be signed with it
 * @param clockAheadMs how far this signer's corrected clock is ahead of the venue, as it measured itself
 * @param source who asks, for the trail
 */
public record ClaimRequest(IntentId id, String token, long nowMs, long signedAtMs, long clockAheadMs, String source) {}
