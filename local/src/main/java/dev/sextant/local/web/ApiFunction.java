package dev.sextant.local.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** The API function as API Gateway sees it; called by many threads at once. */
@FunctionalInterface
public interface ApiFunction {

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event);
}
