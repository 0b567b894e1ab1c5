package dev.sextant.ingest.archive;

import java.util.Base64;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects in a bucket. Each is sent with its SHA-256, so S3 refuses one that was damaged on the way. */
public final class S3Objects implements ArchiveObjects {

    private final S3Client client;
    private final String bucket;

    public S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] content) throws ObjectStoreException {
        try {
            client.putObject(
                    request -> request.bucket(bucket)
                            .key(key)
                            .checksumSHA256(Base64.getEncoder().encodeToString(Sha256.of(content))),
                    RequestBody.fromBytes(content));
        } catch (SdkException e) {
            throw new ObjectStoreException("s3://" + bucket + "/" + key + " can't be written: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] get(String key) throws ObjectStoreException {
        try {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArray();
        } catch (SdkException e) {
            throw new ObjectStoreException("s3://" + bucket + "/" + key + " can't be read: " + e.getMessage(), e);
        }
    }
}
