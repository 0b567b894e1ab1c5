package dev.sextant.infra.web;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.desk.DeskFunction;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.IpRange;
import dev.sextant.infra.state.Output;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.HttpOriginProps;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** One address for everything: pages from a private bucket, {@code /api/} from the HTTP API. So nothing is cross-origin. */
public final class Web extends Construct {

    private final Gateway gateway;

    public Web(Construct scope, DeskSettings settings, Artifacts artifacts, DeskFunction api, IKey key) {
        super(scope, "Web");
        this.gateway = new Gateway(this, settings, api, key);
        Pages pages = new Pages(this);
        List<FunctionAssociation> viewersOnly = List.of(FunctionAssociation.builder()
                .function(viewers(settings))
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .build());
        Distribution distribution = Distribution.Builder.create(this, "Front")
                .comment("Sextant (" + settings.mode().word() + ")")
                .defaultRootObject("index.html")
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(S3BucketOrigin.withOriginAccessControl(pages.bucket()))
                        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                        .responseHeadersPolicy(PageHeaders.in(this))
                        .functionAssociations(viewersOnly)
                        .build())
                .additionalBehaviors(Map.of(
                        "/api/*",
                        BehaviorOptions.builder()
                                .origin(throughTheDoor())
                                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                                .allowedMethods(AllowedMethods.ALLOW_ALL)
                                .cachePolicy(CachePolicy.CACHING_DISABLED)
                                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                                .functionAssociations(viewersOnly)
                                .build()))
                .httpVersion(HttpVersion.HTTP2_AND_3)
                // Ranges of viewers are IPv4.
                .enableIpv6(false)
                .priceClass(PriceClass.PRICE_CLASS_200)
                .build();
        pages.fill(artifacts.dashboard(), distribution);
        Output.of(this, "Dashboard", "Where the viewers go", "https://" + distribution.getDistributionDomainName());
    }

    private IOrigin throughTheDoor() {
        return new HttpOrigin(
                gateway.host(),
                HttpOriginProps.builder()
                        .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                        .customHeaders(Map.of(Door.HEADER, gateway.password()))
                        .build());
    }

    private Function viewers(DeskSettings settings) {
        return Function.Builder.create(this, "Viewers")
                .comment("Who may see the desk; and every page is index.html")
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(viewersScript(settings.viewers())))
                .build();
    }

    static String viewersScript(List<IpRange> ranges) {
        return Script.VIEWERS
                .text()
                .replace(
                        "RANGES",
                        ranges.stream()
                                .map(range -> "'" + range.cidr() + "'")
                                .collect(Collectors.joining(", ", "[", "]")));
    }

    /** The HTTP API's id, under which CloudWatch counts its answers. */
    public String apiId() {
        return gateway.id();
    }
}
