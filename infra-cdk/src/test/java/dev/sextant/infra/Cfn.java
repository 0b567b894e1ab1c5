package dev.sextant.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads values of templates, functions of CloudFormation included. */
final class Cfn {

    private Cfn() {}

    /** A value as text; what another resource gives stands in angle brackets: {@code <Bucket.Arn>}. */
    static String text(JsonNode value) {
        if (value.has("Ref")) {
            return "<" + value.path("Ref").asText() + ">";
        }
        if (value.has("Fn::GetAtt")) {
            return "<" + String.join(".", list(value.path("Fn::GetAtt"))) + ">";
        }
        if (value.has("Fn::ImportValue")) {
            return "<" + text(value.path("Fn::ImportValue")).replaceAll(".*:ExportsOutput(Ref|FnGetAtt)", "") + ">";
        }
        if (value.has("Fn::Join")) {
            return String.join(
                    text(value.path("Fn::Join").path(0)),
                    list(value.path("Fn::Join").path(1)));
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** A list, or the one value that stands for a list of one. */
    static List<String> list(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(Cfn::text)
                        .collect(Collectors.toList())
                : values.isMissingNode() ? List.of() : List.of(text(values));
    }
}
