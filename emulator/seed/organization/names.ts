const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names from many languages, without accents, so that addresses are made of them as they are. */
export const GIVEN_NAMES = list(`
  Ada Adil Aiko Alba Alma Amina Anders Anouk Ansel Anton Arjun Asha Astrid Aurelio Aya Basil Beatriz Benno Bianca Bjorn
  Bruno Callum Camila Carmen Cedric Chiara Chidi Clara Cosima Dalia Dario Davina Deniz Diego Dina Edda Eitan Elena Elif
  Emeka Emil Enzo Esra Esther Fabio Farah Felix Fiona Florin Freya Gaspar Gita Goran Greta Gwen Hadi Hanne Haruki Hector
  Helga Hugo Ida Ilse Imani Ines Ingrid Ioana Iris Isak Ivan Jada Jakob Jana Jaya Joana Joel Jonas Jorge Josef Juno Kai
  Karim Kasia Keiko Kenji Kofi Lars Layla Leif Lena Leo Lidia Lila Linus Livia Lorena Luan Lucia Magnus Maja Malik Manon
  Mara Marek Mariam Marta Mateo Mathis Maya Mina Mira Nadia Naoki Naomi Nell Nico Nils Nina Noor Olga Oliver Omar Oona
  Orla Osman Otto Paloma Paula Pavel Pedro Pia Quentin Rafael Rana Ravi Remy Rhea Rosa Ruben Rui Sami Sana Selin Signe
  Silas Simone Siri Sven Tamar Tariq Teo Thea Tilda Timo Tomas Uma Valentin Vera Viktor Wanda Wim Yara Yuki Yusuf Zainab
  Zoe`);

/** Surnames, likewise. */
export const SURNAMES = list(`
  Abara Adler Aldana Almeida Amsel Anand Andrade Arslan Asante Bakker Baptiste Barros Bastos Becker Bellini Berger Bianchi
  Bjork Blom Boateng Borg Brandt Brennan Brook Bruun Calder Campos Cardoso Castell Chaudhry Chen Clarke Cordova Costa Cruz
  Dahl Danso Das Demir Desai Diallo Dietrich Dorn Drake Duarte Eder Ekman Ellis Engel Escobar Falk Farrell Fekete Ferro
  Fischer Fontaine Forsberg Franco Frost Fujita Gallo Garnier Gill Goto Graf Grant Greco Gupta Haas Haddad Hagen Hakimi
  Hansen Hara Harlow Hayes Heller Hidalgo Holm Horvat Huber Ibarra Iqbal Ito Ivanova Jansen Joshi Jung Kapoor Karlsen Kato
  Kaya Keller Khan Kimura Klein Kohl Kovac Kraus Kumar Lam Lang Larsen Laurent Leclerc Lind Lopez Lovric Lund Mahdi Malik
  Marchetti Marin Martel Matsuda Mehta Meier Mendes Mensah Mercer Molina Moreau Mori Nagy Nakano Navarro Nelson Neri Nkosi
  Nolan Novak Nyberg Okoro Oliveira Olsen Ono Ortega Osei Pace Palmer Park Patel Pereira Petrov Pinto Popa Quist Rahman
  Ramos Rasmussen Rees Reyes Ricci Rios Rivas Roche Romano Rossi Roth Rowe Sahin Salas Sandberg Santos Sasaki Sato Schmid
  Seidel Serra Shah Silva Singh Solberg Soto Stein Suarez Sutter Svensson Takeda Tanaka Teller Thorne Toft Torres Ueda
  Valdez Varga Vega Verma Vidal Vogel Wagner Walsh Weber Wendt West Winter Wolff Yamada Yilmaz Zeman Ziegler`);

export const ROOM_NAMES = list(`
  Alder Ash Aspen Beech Birch Cedar Cherry Cypress Elder Elm Fir Hawthorn Hazel Holly Hornbeam Juniper Larch Laurel Linden
  Maple Myrtle Oak Olive Pine Plane Poplar Rowan Spruce Sycamore Walnut Willow Yew`);
