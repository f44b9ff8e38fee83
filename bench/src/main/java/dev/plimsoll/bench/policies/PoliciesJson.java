// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.sim.backtest.PolicySpec;

/** Findings as JSON, {@code plimsoll.dev/policies/v1}: what cannot be computed is absent. */
final class PoliciesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PoliciesJson() {}

    static String render(Findings findings) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "plimsoll.dev/policies/v1");
        findings.inquiry().byOption().forEach(root.putObject("settings")::put);
        ArrayNode cases = root.putArray("cases");
        findings.judged().forEach(pair -> cases.add(pair(pair)));
        ArrayNode leftOut = root.putArray("leftOut");
        findings.leftOut()
                .forEach(left ->
                        leftOut.addObject().put("what", left.what()).put("reason", left.reason()));
        root.set("summary", summary(findings));
        return text(root);
    }

    private static ObjectNode pair(Judged pair) {
        ObjectNode node = name(pair);
        node.put("policy", pair.policy().toString());
        node.put("heldBack", pair.name().isHeldBack());
        node.put("judged", pair.name().isJudged());
        node.put("regret", pair.regret());
        node.put("index", pair.index());
        node.put("indexWithKpa", pair.indexWithKpa());
        node.put("indexTunedBefore", pair.indexTunedBefore());
        node.put("sloViolationRatio", pair.score().sloViolationRatio());
        node.put("replicaHours", pair.run().replicaHours());
        node.put("relativeHours", pair.score().relativeHours());
        put(node, "bestPeer", pair.peers().hindsight(), pair.kappa());
        put(node, "bestPeerWithKpa", pair.peers().withKpa(), pair.kappa());
        put(node, "bestPeerTunedBefore", pair.peers().tunedBefore(), pair.kappa());
        pair.reason().ifPresent(reason -> node.put("reason", reason));
        return node;
    }

    private static ObjectNode name(Judged pair) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("trace", pair.name().trace());
        node.put("leadTimeSeconds", pair.name().leadTime().toMillis() / 1000.0);
        node.put("interpolation", pair.name().interpolation().toString());
        node.put("kappa", pair.kappa());
        return node;
    }

    private static void put(ObjectNode node, String name, Tried peer, int kappa) {
        node.put(name, peer.setting().toString());
        node.put(name + "Regret", peer.regret(kappa));
    }

    private static ObjectNode summary(Findings findings) {
        ObjectNode node = MAPPER.createObjectNode();
        for (Group group : findings.groups(findings.inquiry().own().getFirst())) {
            if (group.name().equals(Group.JUDGED)) {
                node.put("index", group.mean(Judged::index));
            } else if (group.name().equals(Group.HELD_BACK)) {
                node.put("indexHeldBack", group.mean(Judged::index));
            }
        }
        ArrayNode peers = node.putArray("peers");
        findings.peers().forEach(peer -> peers.add(peer(peer)));
        ArrayNode policies = node.putArray("policies");
        findings.inquiry().own().forEach(policy -> policies.add(policy(findings, policy)));
        return node;
    }

    private static ObjectNode peer(PeerStanding peer) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("peer", peer.peer());
        node.put("index", peer.hindsight());
        node.put("indexTunedBefore", peer.tunedBefore());
        node.put("single", peer.single().toString());
        node.put("singleIndex", peer.singleIndex());
        return node;
    }

    private static ObjectNode policy(Findings findings, PolicySpec policy) {
        ObjectNode node = MAPPER.createObjectNode().put("policy", policy.toString());
        ArrayNode groups = node.putArray("groups");
        findings.groups(policy).forEach(group -> groups.add(group(group)));
        return node;
    }

    private static ObjectNode group(Group group) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("by", group.by());
        node.put("group", group.name());
        node.put("pairs", group.pairs().size());
        node.put("index", group.mean(Judged::index));
        node.put("indexWithKpa", group.mean(Judged::indexWithKpa));
        node.put("indexTunedBefore", group.mean(Judged::indexTunedBefore));
        node.put("shareAbove1", group.above());
        ObjectNode largest = name(group.largest());
        largest.put("index", group.largest().index());
        node.set("largest", largest);
        return node;
    }

    private static String text(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings that cannot be written", e);
        }
    }
}
