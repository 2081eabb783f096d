/** Benchmarks, run by the Maven profile {@code bench}; they use what any user of the rooms could. */
package chainstep.bench;
