package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people can reach, and how. */
class WebTest {

    private final SynthesizedDesk desk = SynthesizedDesk.LIVE;
    private final JsonNode front =
            desk.one("AWS::CloudFront::Distribution", "WebFront").path("DistributionConfig");

    @Test
    void theApiOpensOnlyToWhatCameThroughCloudFront() {
        JsonNode route = desk.one("AWS::ApiGatewayV2::Route", "WebGateway");
        assertEquals("CUSTOM", route.path("AuthorizationType").asText());
        desk.desk().resourceCountIs("AWS::ApiGatewayV2::Route", 1);
        JsonNode authorizer = desk.one("AWS::ApiGatewayV2::Authorizer", "WebGateway");
        assertEquals(
                "$request.header.x-sextant-door",
                authorizer.path("IdentitySource").path(0).asText());
        assertTrue(authorizer.path("EnableSimpleResponses").asBoolean());
    }

    @Test
    void cloudFrontSaysTheSecretAndTheTemplateDoesNot() {
        JsonNode header = front.findValue("OriginCustomHeaders").path(0);
        assertEquals("x-sextant-door", header.path("HeaderName").asText());
        assertTrue(
                Cfn.text(header.path("HeaderValue"))
                        .matches("\\{\\{resolve:secretsmanager:<WebGatewayDoorSecret\\w+>:.*"),
                header.toString());
    }

    @Test
    void everyRequestPassesTheListOfViewers() {
        assertEquals("viewer-request", viewers(front.path("DefaultCacheBehavior")));
        front.path("CacheBehaviors").forEach(behavior -> assertEquals("viewer-request", viewers(behavior)));
        assertFalse(front.path("IPV6Enabled").asBoolean());
        assertTrue(desk.one("AWS::CloudFront::Function", "WebViewers")
                .path("FunctionCode")
                .asText()
                .contains("const ranges = ['203.0.113.0/24'];"));
        assertTrue(SynthesizedDesk.TESTNET
                .one("AWS::CloudFront::Function", "WebViewers")
                .path("FunctionCode")
                .asText()
                .contains("const ranges = [];"));
    }

    private static String viewers(JsonNode behavior) {
        return behavior.path("FunctionAssociations").path(0).path("EventType").asText();
    }

    @Test
    void nothingIsServedWithoutTls() {
        assertEquals(
                "redirect-to-https",
                front.path("DefaultCacheBehavior").path("ViewerProtocolPolicy").asText());
        front.path("CacheBehaviors")
                .forEach(behavior -> assertEquals(
                        "https-only", behavior.path("ViewerProtocolPolicy").asText()));
        assertEquals("https-only", front.findValue("OriginProtocolPolicy").asText());
    }

    @Test
    void pagesAreReadFromAPrivateBucketByThisDistributionAlone() {
        desk.desk().resourceCountIs("AWS::CloudFront::OriginAccessControl", 1);
        String policy = desk.one("AWS::S3::BucketPolicy", "WebPages").toString();
        assertTrue(policy.contains("cloudfront.amazonaws.com") && policy.contains("AWS:SourceArn"), policy);
    }

    @Test
    void pagesCarryTheHeadersOfTheDeskOnOneMachine() throws IOException {
        JsonNode headers = desk.one("AWS::CloudFront::ResponseHeadersPolicy", "WebPageHeaders")
                .path("ResponseHeadersPolicyConfig");
        JsonNode security = headers.path("SecurityHeadersConfig");
        Map<String, String> sent = new TreeMap<>(Map.of(
                "Content-Security-Policy",
                security.path("ContentSecurityPolicy")
                        .path("ContentSecurityPolicy")
                        .asText(),
                "Referrer-Policy",
                security.path("ReferrerPolicy").path("ReferrerPolicy").asText(),
                "Strict-Transport-Security",
                "max-age="
                        + security.path("StrictTransportSecurity")
                                .path("AccessControlMaxAgeSec")
                                .asText()
                        + (security.path("StrictTransportSecurity")
                                        .path("IncludeSubdomains")
                                        .asBoolean()
                                ? "; includeSubDomains"
                                : ""),
                "X-Content-Type-Options",
                security.has("ContentTypeOptions") ? "nosniff" : ""));
        headers.path("CustomHeadersConfig")
                .path("Items")
                .forEach(header -> sent.put(
                        header.path("Header").asText(), header.path("Value").asText()));
        String local = Files.readString(Path.of("../local/src/main/java/dev/sextant/local/web/PageHeaders.java"))
                .replaceAll("\"\\s*\\+\\s*\"", "");
        assertEquals(7, sent.size());
        sent.forEach((name, value) -> assertTrue(
                local.replaceAll("\\s+", " ").contains("\"" + name + "\", \"" + value + "\""), name + ": " + value));
    }

    @Test
    void aFloodIsCutOffAtTheGatewayAndLogged() {
        JsonNode stage = desk.one("AWS::ApiGatewayV2::Stage", "WebGateway");
        assertEquals(
                50,
                stage.path("DefaultRouteSettings").path("ThrottlingRateLimit").asInt());
        assertEquals(
                100,
                stage.path("DefaultRouteSettings").path("ThrottlingBurstLimit").asInt());
        String format = stage.path("AccessLogSettings").path("Format").asText();
        assertTrue(format.contains("$context.requestId"), format);
        assertFalse(format.matches("(?i).*(authorization|query|header|body).*"), format);
    }

    @Test
    void hashedFilesAreKeptForAYearAndPagesNotAtAll() {
        Map<String, JsonNode> uploads = desk.ofType("Custom::CDKBucketDeployment");
        assertEquals(2, uploads.size());
        uploads.forEach((id, upload) -> {
            String control = upload.path("SystemMetadata").path("cache-control").asText();
            assertEquals(
                    id.startsWith("WebPagesAssets") ? "public, max-age=31536000, immutable" : "no-store", control, id);
        });
    }
}
