package dev.sextant.infra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.infra.settings.IpRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see the desk, decided at CloudFront. */
class ViewersTest {

    @TempDir
    private Path nothing;

    @Test
    void addressesInsideARangeGetInAndOthersDont() throws Exception {
        assertEquals(
                "in in out out in out out",
                answers(
                        "198.51.100.0/23,203.0.113.7/32",
                        "198.51.100.0",
                        "198.51.101.255",
                        "198.51.102.0",
                        "198.51.99.255",
                        "203.0.113.7",
                        "203.0.113.8",
                        "8.8.8.8"));
    }

    @Test
    void zeroBitsAreEverybodyAndNoRangeIsNobody() throws Exception {
        assertEquals("in in", answers("0.0.0.0/0", "1.2.3.4", "255.255.255.255"));
        assertEquals("out out", answers("", "1.2.3.4", "127.0.0.1"));
    }

    @Test
    void pagesAreIndexAndFilesAndTheApiAreThemselves() throws Exception {
        assertEquals("/index.html /index.html /assets/a-1.js /api/v1/health /favicon.svg /a..b", run("0.0.0.0/0", """
                        ['/', '/orders/abc', '/assets/a-1.js', '/api/v1/health', '/favicon.svg', '/a..b']
                          .map((uri) => handler({ request: { uri }, viewer: { ip: '1.2.3.4' } }).uri).join(' ')"""));
    }

    private String answers(String ranges, String... addresses) throws IOException, InterruptedException {
        String list =
                Arrays.stream(addresses).map(address -> "'" + address + "'").collect(Collectors.joining(","));
        return run(ranges, "[" + list + """
                ].map((ip) => handler({ request: { uri: '/' }, viewer: { ip } }).statusCode === 403 ? 'out' : 'in').join(' ')""");
    }

    private String run(String ranges, String expression) throws IOException, InterruptedException {
        List<IpRange> viewers = ranges.isEmpty()
                ? List.of()
                : Arrays.stream(ranges.split(",", -1)).map(IpRange::new).toList();
        return NodeScript.run(Web.viewersScript(viewers) + "\nconsole.log(" + expression + ")", nothing, Map.of());
    }
}
