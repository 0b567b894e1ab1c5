package dev.sextant.local.dataapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * Hands the SDK's requests to an endpoint in the same process, on the caller's own thread. The client writes, signs and
 * reads them as it does for the service; only sockets, and the threads at both of their ends, are left out.
 */
final class InProcessHttp implements SdkHttpClient {

    private final Protocol protocol;

    InProcessHttp(Protocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return InProcessHttp.this.call(request);
            }

            // A statement under way ends by its own time limit, as one does whose caller has hung up.
            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse call(HttpExecuteRequest request) throws IOException {
        byte[] body = body(request);
        RawAnswer answer = body.length > protocol.room(headerBytes(request))
                ? protocol.tooLarge()
                : protocol.answer(new RawCall(
                        request.httpRequest().method().name(),
                        request.httpRequest().encodedPath(),
                        request.httpRequest()
                                .firstMatchingHeader("Authorization")
                                .isPresent(),
                        body));
        if (answer == null) {
            throw new IOException("the connection was closed without an answer");
        }
        SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder().statusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
                .response(response.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        if (content == null) {
            return new byte[0];
        }
        try (InputStream in = content.newStream()) {
            return in.readAllBytes();
        }
    }

    private static long headerBytes(HttpExecuteRequest request) {
        return request.httpRequest().headers().entrySet().stream()
                .mapToLong(header -> header.getKey().length()
                        + 4
                        + header.getValue().stream().mapToLong(String::length).sum())
                .sum();
    }

    @Override
    public String clientName() {
        return "InProcess";
    }

    @Override
    public void close() {}
}
