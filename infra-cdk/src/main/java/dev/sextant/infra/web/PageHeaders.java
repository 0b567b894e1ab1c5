package dev.sextant.infra.web;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/** The headers under which the dashboard is served, the same as on one machine: nothing inline, foreign or framed. */
final class PageHeaders {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
                    + "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
                    + "require-trusted-types-for 'script'";
    private static final Duration TWO_YEARS = Duration.days(730);

    private PageHeaders() {}

    static ResponseHeadersPolicy in(Construct scope) {
        return ResponseHeadersPolicy.Builder.create(scope, "PageHeaders")
                .securityHeadersBehavior(security())
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(List.of(
                                header("Cross-Origin-Opener-Policy", "same-origin"),
                                header("Cross-Origin-Resource-Policy", "same-origin"),
                                header(
                                        "Permissions-Policy",
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                        .build())
                .removeHeaders(List.of("Server"))
                .build();
    }

    private static ResponseSecurityHeadersBehavior security() {
        return ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(CONTENT)
                        .override(true)
                        .build())
                .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                        .override(true)
                        .build())
                .frameOptions(ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.DENY)
                        .override(true)
                        .build())
                .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                        .override(true)
                        .build())
                .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(TWO_YEARS)
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .build();
    }

    private static ResponseCustomHeader header(String name, String value) {
        return ResponseCustomHeader.builder()
                .header(name)
                .value(value)
                .override(true)
                .build();
    }
}
