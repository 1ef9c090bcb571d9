/**
 * Delivery code from outside: jars given on the command line, the strategies and routers in them,
 * and what names a jar in the results.
 *
 * <p>A jar has a class loader of its own, whose parent is the product's: it sees {@code
 * dev.haishin.delivery}, the JDK and itself, and no other plug-in.
 */
package dev.haishin.model.plugin;
