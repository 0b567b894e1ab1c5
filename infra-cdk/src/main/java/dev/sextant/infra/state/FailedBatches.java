package dev.sextant.infra.state;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Where Lambda puts records that a function could not handle: whole, for the operator. */
public final class FailedBatches extends Construct {

    private static final Duration KEPT = Duration.days(90);

    private final Bucket bucket;

    FailedBatches(Construct scope, IKey key) {
        super(scope, "FailedBatches");
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .enforceSsl(true)
                .lifecycleRules(List.of(LifecycleRule.builder().expiration(KEPT).build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    public Bucket bucket() {
        return bucket;
    }
}
