package dev.sextant.local.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.sextant.api.ApiHandler;

/** What Lambda's runtime does: makes the handler without arguments and calls it. */
final class LambdaMain {

    private LambdaMain() {}

    public static void main(String[] args) {
        ApiHandler handler = new ApiHandler();
        APIGatewayV2HTTPResponse response = handler.handleRequest(get(args[0]), null);
        System.out.println("status " + response.getStatusCode());
        System.out.println("body " + response.getBody());
        System.exit(0);
    }

    private static APIGatewayV2HTTPEvent get(String path) {
        RequestContext.Http http =
                RequestContext.Http.builder().withMethod("GET").withPath(path).build();
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString("")
                .withRequestContext(RequestContext.builder()
                        .withRequestId("r1")
                        .withHttp(http)
                        .build())
                .build();
    }
}
