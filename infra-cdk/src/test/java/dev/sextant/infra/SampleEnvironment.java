package dev.sextant.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The environment of a template as a process would find it, with samples for what is known at deployment alone. */
final class SampleEnvironment {

    private SampleEnvironment() {}

    /** Of a function: {@code {"NAME": value}}. */
    static Map<String, String> ofFunction(JsonNode function) {
        Map<String, String> environment = new TreeMap<>();
        function.path("Environment")
                .path("Variables")
                .properties()
                .forEach(variable -> environment.put(variable.getKey(), sample(Cfn.text(variable.getValue()))));
        return environment;
    }

    /** Of a container: {@code [{"Name": …, "Value": …}]}. */
    static Map<String, String> ofContainer(JsonNode container) {
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode variable : container.path("Environment")) {
            environment.put(variable.path("Name").asText(), sample(Cfn.text(variable.path("Value"))));
        }
        return environment;
    }

    private static String sample(String value) {
        if (value.endsWith(":private_key::}}")) {
            return privateKey();
        }
        if (value.endsWith(":api_secret::}}")) {
            return Base64.getEncoder().encodeToString(new byte[64]);
        }
        return value.replaceAll("\\{\\{resolve:[^}]*}}", "0a1b2c3d4e5f6a7b8c9d")
                .replace("<AWS::Partition>", "aws")
                .replace("<AWS::Region>", "ap-northeast-1")
                .replace("<AWS::AccountId>", "111122223333")
                .replaceAll("<DatabaseLogin[^>]*>", "arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:login")
                .replaceAll("[<>]", "");
    }

    private static String privateKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has Ed25519", e);
        }
    }
}
