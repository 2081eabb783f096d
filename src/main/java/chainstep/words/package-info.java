/**
 * Sentences for people: message bundles, sentences that wait for a language, and spelling.
 *
 * <p>Stands beside {@code math} on the ground: every room may use it and it uses none. It knows no message of its own; each room
 * keeps its sentences in its own bundle, {@code chainstep/ROOM.properties} and {@code chainstep/ROOM_zh.properties}.
 */
package chainstep.words;
