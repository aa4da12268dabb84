"""What NeutronPortDriver is made of: asking Neutron for a port, and putting it into the words of Nova."""
