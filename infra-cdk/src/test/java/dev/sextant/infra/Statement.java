package dev.sextant.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One sentence of a role's policies.
 *
 * @param role logical id of the role
 */
record Statement(String role, boolean allows, List<String> actions, List<String> resources) {

    /** Every statement of every role of a desk. */
    static List<Statement> of(SynthesizedDesk desk) {
        List<Statement> statements = new ArrayList<>();
        desk.ofType("AWS::IAM::Policy").forEach((_, policy) -> {
            for (JsonNode role : policy.path("Roles")) {
                for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
                    statements.add(new Statement(
                            role.path("Ref").asText(),
                            statement.path("Effect").asText().equals("Allow"),
                            Cfn.list(statement.path("Action")),
                            Cfn.list(statement.path("Resource"))));
                }
            }
        });
        return statements;
    }

    /** The CDK's own helper that puts the dashboard's files into their bucket; it runs while deploying. */
    boolean isOfTheUploader() {
        return role.startsWith("CustomCDKBucketDeployment");
    }

    boolean covers(String action, String resource) {
        return actions.contains(action) && resources.stream().anyMatch(each -> each.contains(resource));
    }
}
