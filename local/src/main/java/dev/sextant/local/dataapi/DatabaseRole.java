package dev.sextant.local.dataapi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a call acts as. On AWS the secret holds a user and a password; here the secret's name tells the role: one called
 * {@code sextant/role/<name>} acts as that role, with that role's grants, any other as the database's owner.
 *
 * @param name the role, or "" for the owner
 */
record DatabaseRole(String name) {

    static final DatabaseRole OWNER = new DatabaseRole("");

    private static final Pattern SECRET_NAME = Pattern.compile(":secret:sextant/role/([a-z][a-z0-9_]*)");

    static DatabaseRole of(String secretArn) {
        Matcher matcher = SECRET_NAME.matcher(secretArn);
        return matcher.find() ? new DatabaseRole(matcher.group(1)) : OWNER;
    }

    String statement() {
        return name.isEmpty() ? "reset session authorization" : "set session authorization \"" + name + '"';
    }
}
