package org.onewindow.journal;

/**
 * The first answer to a request that carried an idempotency key, kept with what the request did (C13).
 *
 * @param scope digest of caller, method, path and key; as short as is safe, since every command writes it
 * @param bodyDigest digest of the raw request body
 * @param status HTTP status of the answer
 * @param headers header lines worth repeating (Location, ETag), as JSON object
 * @param body the answer's bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(byte[] scope, byte[] bodyDigest, int status, String headers, byte[] body) {}
