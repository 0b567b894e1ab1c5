package dev.sextant.infra.web;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/** The dashboard's files. Those below {@code assets/} carry their hash in their name and never change. */
final class Pages extends Construct {

    private static final Duration A_YEAR = Duration.days(365);
    private static final String HASHED = "assets/*";

    private final Bucket bucket;

    Pages(Construct scope) {
        super(scope, "Pages");
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                // Public files; a key of one's own would only add a price to each request.
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .autoDeleteObjects(true)
                .build();
    }

    Bucket bucket() {
        return bucket;
    }

    /** Puts the files there: first what pages refer to, then the pages. What older pages refer to stays. */
    void fill(String folder, Distribution distribution) {
        BucketDeployment assets = BucketDeployment.Builder.create(this, "Assets")
                .sources(List.of(Source.asset(folder)))
                .destinationBucket(bucket)
                .exclude(List.of("*"))
                .include(List.of(HASHED))
                .cacheControl(List.of(CacheControl.setPublic(), CacheControl.maxAge(A_YEAR), CacheControl.immutable()))
                .prune(false)
                .build();
        BucketDeployment pages = BucketDeployment.Builder.create(this, "Html")
                .sources(List.of(Source.asset(folder)))
                .destinationBucket(bucket)
                .exclude(List.of(HASHED))
                .cacheControl(List.of(CacheControl.noStore()))
                .prune(false)
                .distribution(distribution)
                .distributionPaths(List.of("/*"))
                .build();
        pages.getNode().addDependency(assets);
    }
}
